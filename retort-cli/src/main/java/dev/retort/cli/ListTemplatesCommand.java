package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Command;

import dev.retort.script.Template;

@Command(name = "list_templates", description = "List the layouts that 'init' can make.")
final class ListTemplatesCommand extends RetortCommand {

    @Override
    int run(Invocation invocation) {
        List<Template> templates = Template.all();
        Console console = invocation.console();
        if (console.json()) {
            List<Json> documents = new ArrayList<>();
            for (Template template : templates) {
                documents.add(new Json().put("name", template.name()).put("description", template.description()));
            }
            console.result(new Json().put("templates", documents));
            return Retort.DONE;
        }
        console.result("Available templates:\n");
        for (Template template : templates) {
            console.result(template.name() + " - " + template.description());
        }
        console.result("\nTemplates are used via the 'init' command, e.g.:");
        console.result("\n  retort init --template generic migrations");
        return Retort.DONE;
    }
}
