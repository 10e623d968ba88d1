import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;

import dev.retort.cli.Retort;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Scope;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionHeader;

/** Measures inside one JVM; each line it prints is a name, a tab and a number. */
public final class InProcess {

    private InProcess() {}

    /** {@code InProcess graph linear|branched|shuffled COUNT}, {@code schema|queries URL}, {@code trips URL FOLDER}. */
    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "graph" -> graph(headers(args[1], Integer.parseInt(args[2])));
            case "schema" -> schema(args[1]);
            case "queries" -> queries(args[1]);
            case "trips" -> trips(args[1], Path.of(args[2]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /**
     * Either a line, or a line in which every tenth revision is followed by a diamond of four branches: in the order of the
     * history, or shuffled, as random ids sort them.
     */
    private static List<RevisionHeader> headers(String kind, int count) {
        boolean branched = !kind.equals("linear");
        List<RevisionHeader> headers = new ArrayList<>();
        List<String> tips = List.of();
        for (int number = 0; number < count; number++) {
            String id = "%012x".formatted(number);
            boolean merge = tips.size() == 4;
            List<String> parents = branched && !merge && number % 10 > 3 && number % 10 < 8
                    ? List.of("%012x".formatted(number - number % 10 + 3))
                    : tips;
            headers.add(new RevisionHeader(id, parents, List.of(), List.of(), "step", null, "memory:" + number));
            if (branched && number % 10 > 4 && number % 10 < 8) {
                tips = new ArrayList<>(tips);
                tips.add(id);
            } else {
                tips = List.of(id);
            }
        }
        return kind.equals("shuffled") ? shuffled(headers) : headers;
    }

    /** Put headers into any order, and make them anew in that order, as they come from files. */
    private static List<RevisionHeader> shuffled(List<RevisionHeader> headers) {
        Collections.shuffle(headers, new Random(1));
        List<RevisionHeader> fresh = new ArrayList<>();
        for (RevisionHeader header : headers) {
            List<String> parents = new ArrayList<>();
            for (String parent : header.downRevisions()) {
                parents.add(new String(parent.toCharArray()));
            }
            String id = new String(header.id().toCharArray());
            fresh.add(new RevisionHeader(id, parents, List.of(), List.of(), "step", null, "memory:" + fresh.size()));
        }
        return fresh;
    }

    /** Five times over: the first is what a command pays in a JVM that has just started. */
    private static void graph(List<RevisionHeader> headers) {
        String before = "%012x".formatted(headers.size() - 11);
        for (int round = 1; round <= 5; round++) {
            String name = round == 1 ? "first " : "again ";
            Clock begun = Clock.now();
            RevisionGraph graph = RevisionGraph.of(headers);
            String head = graph.heads().get(0).id();
            begun = lap(name + "build and heads", begun);
            graph.upgrade("heads", List.of());
            begun = lap(name + "plan base to heads", begun);
            graph.history(null, List.of());
            begun = lap(name + "history", begun);
            graph.upgrade("heads", List.of(before));
            begun = lap(name + "plan of the last ten", begun);
            graph.downgrade(before, List.of(head), false);
            lap(name + "downgrade of the last ten", begun);
            if (round == 5) {
                print("memory MB, headers and graph", memory());
                graph.heads();
            }
        }
    }

    private static double memory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    /** What a command does that reads a schema: measured as a process. */
    private static void schema(String url) throws Exception {
        try (Connection connection = open(url)) {
            Dialects.of(connection).reflector().read(connection, Scope.DEFAULT_SCHEMA);
        }
    }

    private static void queries(String url) throws Exception {
        Relay relay = relay(url);
        try (Connection connection = open(through(relay, url))) {
            relay.takeTrips();
            var tables = Dialects.of(connection).reflector().read(connection, Scope.DEFAULT_SCHEMA).tables();
            print("catalog queries (10 at most)", relay.takeTrips());
            print("tables", tables.size());
        }
    }

    private static void trips(String url, Path folder) throws Exception {
        Relay relay = relay(url);
        open(through(relay, url)).close();
        int bare = relay.takeTrips();
        for (String call : new String[] {"first", "second", "third"}) {
            Clock begun = Clock.now();
            StringWriter words = new StringWriter();
            PrintWriter writer = new PrintWriter(words);
            int code = Retort.run(folder, writer, writer, "--url", through(relay, url), "upgrade", "head");
            if (code != 0) {
                throw new IllegalStateException(words.toString());
            }
            print(call + " call, round trips beyond the connection's", relay.takeTrips() - bare);
            lap(call + " call, ms", begun);
        }
    }

    private static Relay relay(String url) throws Exception {
        URI server = URI.create(url.substring("jdbc:".length()));
        return new Relay(server.getHost(), server.getPort());
    }

    private static String through(Relay relay, String url) {
        return url.replaceFirst("//[^/]+/", "//127.0.0.1:" + relay.port() + "/");
    }

    private static Connection open(String url) throws ReflectiveOperationException, SQLException {
        Driver driver = (Driver) Class.forName("org.postgresql.Driver").getDeclaredConstructor().newInstance();
        return driver.connect(url, new Properties());
    }

    private static Clock lap(String name, Clock begun) {
        Clock now = Clock.now();
        System.out.printf(
                Locale.ROOT, "%s\t%.1f\t%.1f%n", name, (now.wall - begun.wall) / 1e6, (now.work - begun.work) / 1e6);
        return Clock.now();
    }

    private static void print(String name, double value) {
        System.out.printf(Locale.ROOT, "%s\t%.0f%n", name, value);
    }

    /** Both kinds of time: on a busy machine the thread's own tells more. */
    private record Clock(long wall, long work) {

        static Clock now() {
            return new Clock(
                    System.nanoTime(), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        }
    }
}
