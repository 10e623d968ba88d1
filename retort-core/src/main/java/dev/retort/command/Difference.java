package dev.retort.command;

import java.util.ArrayList;
import java.util.List;

import dev.retort.operation.Operation;

/**
 * What separates the database from the model.
 *
 * @param operations what makes the database follow the model
 * @param notes what a person should know, such as what was left alone
 */
public record Difference(List<Operation> operations, List<String> notes) {

    public Difference {
        operations = List.copyOf(operations);
        notes = List.copyOf(notes);
    }

    /** Say in a few words each what the operations do. */
    public List<String> summaries() {
        List<String> summaries = new ArrayList<>();
        for (Operation operation : operations) {
            summaries.add(operation.summary());
        }
        return List.copyOf(summaries);
    }
}
