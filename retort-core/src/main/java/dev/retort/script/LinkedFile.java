package dev.retort.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import dev.retort.revision.GraphProblem;

/** Explains two revisions that are one file under two names: another id would not part them. */
final class LinkedFile {

    private LinkedFile() {}

    /** Give {@code problem}, with another way out where its places, shown relative to {@code root}, are one file. */
    static GraphProblem explain(GraphProblem problem, Path root) {
        List<String> origins = problem.origins();
        if (problem.kind() != GraphProblem.Kind.DUPLICATE_ID || origins.size() != 2) {
            return problem;
        }
        String first = withoutLine(origins.get(0));
        String second = withoutLine(origins.get(1));
        try {
            Path one = root.resolve(first);
            Path other = root.resolve(second);
            if (!Files.isSameFile(one, other)) {
                return problem;
            }
            String hint = Files.isSymbolicLink(other)
                    ? "'" + second + "' is a link to '" + first + "': remove the link"
                    : Files.isSymbolicLink(one)
                            ? "'" + first + "' is a link to '" + second + "': remove the link"
                            : "both are names of one file: remove one of them";
            return new GraphProblem(problem.kind(), problem.message(), origins, hint);
        } catch (IOException | InvalidPathException e) {
            // What is told without a look at the files is true all the same.
            return problem;
        }
    }

    private static String withoutLine(String origin) {
        return origin.substring(0, Math.max(0, origin.lastIndexOf(':')));
    }
}
