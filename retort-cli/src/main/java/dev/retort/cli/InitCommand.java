package dev.retort.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.retort.command.Init;
import dev.retort.script.InitResult;

@Command(name = "init", description = "Make a script directory and its settings file.")
final class InitCommand extends RetortCommand {

    @Parameters(
            paramLabel = "DIRECTORY",
            arity = "0..1",
            description = "The script directory (default: as the template says, 'migrations' for most).")
    @Nullable
    private String directory;

    @Option(
            names = {"-t", "--template"},
            paramLabel = "TEMPLATE",
            description = "The layout; 'list_templates' names them (default: the one that suits the project).")
    @Nullable
    private String template;

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description = "The package of revisions that the application compiles.")
    @Nullable
    private String packageName;

    @Override
    int run(Invocation invocation) {
        String config = invocation.options().config;
        InitResult result = new Init(invocation.workingDirectory())
                .run(directory, template, config == null ? "retort.toml" : config, packageName);
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
