import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a driver and its server and counts how often the driver speaks after the server did: round trips. */
final class Relay {

    /** PostgreSQL's message Terminate: nobody waits for an answer. */
    private static final byte FAREWELL = 'X';

    private final ServerSocket door;
    private final AtomicInteger trips = new AtomicInteger();

    Relay(String host, int port) throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        background(() -> {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(host, port);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                AtomicBoolean answered = new AtomicBoolean(true);
                background(() -> pass(client, server, first -> {
                    if (first != FAREWELL && answered.getAndSet(false)) {
                        trips.incrementAndGet();
                    }
                }));
                background(() -> pass(server, client, first -> answered.set(true)));
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    int takeTrips() {
        return trips.getAndSet(0);
    }

    private static void pass(Socket from, Socket to, Listener heard) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream input = from.getInputStream();
                OutputStream output = to.getOutputStream()) {
            for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
                heard.heard(buffer[0]);
                output.write(buffer, 0, length);
            }
        }
    }

    private interface Listener {
        void heard(byte first);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void background(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The other side hung up.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
