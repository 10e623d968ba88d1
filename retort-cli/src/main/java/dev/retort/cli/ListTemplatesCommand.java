package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;

import dev.retort.script.Template;

/** The command {@code list_templates}: its words, and how it is reported. */
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
