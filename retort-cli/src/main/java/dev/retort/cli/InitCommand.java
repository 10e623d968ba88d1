package dev.retort.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.retort.command.Init;
import dev.retort.script.InitResult;

/** The command {@code init}: its words, and how it is reported. */
final class InitCommand extends RetortCommand {

    private final Parameter directory = syntax.parameter(
            "DIRECTORY", "The script directory (default: as the template says, 'migrations' for most).", 0, 1);

    private final Option template = syntax.value(
            "-t --template",
            "TEMPLATE",
            "The layout; 'list_templates' names them (default: the one that suits the project).");

    private final Option packageName = syntax.value(
            "--package", "PACKAGE", "With --template maven: the package of the revisions (default: db.migrations).");

    @Override
    int run(Invocation invocation) {
        String config = invocation.options().config.value("retort.toml");
        InitResult result = new Init(invocation.workingDirectory())
                .run(directory.value(), template.value(), config, packageName.value());
        Console console = invocation.console();
        if (console.json()) {
            console.result(new Json()
                    .put("template", result.template())
                    .put("directory", result.directory())
                    .put("configFile", result.configFile())
                    .put("created", texts(result.created()))
                    .put("notes", result.notes()));
            return Retort.DONE;
        }
        for (Path path : result.created()) {
            String verb = Files.isDirectory(path) ? "Creating directory " : "Generating ";
            console.result(verb + path + " ...  done");
        }
        for (String note : result.notes()) {
            console.talk(note);
        }
        console.talk("Please edit url and model in " + result.configFile() + " before proceeding.");
        return Retort.DONE;
    }

    private static List<String> texts(List<Path> paths) {
        List<String> texts = new ArrayList<>();
        for (Path path : paths) {
            texts.add(path.toString());
        }
        return texts;
    }
}
