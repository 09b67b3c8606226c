package org.quittance.correspondence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Puts TLS before a mail server that has none: from the first byte, or once a client asks for it by STARTTLS. */
final class TlsFront implements AutoCloseable {

    private final ServerSocket listening;
    private final int behind;
    private final SSLContext context;
    private final Protection protection;

    TlsFront(int behind, SSLContext context, Protection protection) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.behind = behind;
        this.context = context;
        this.protection = protection;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            if (protection == Protection.STARTTLS && !untilTlsIsWanted(client, server)) {
                return;
            }
            SSLSocket safe = (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
            safe.setUseClientMode(false);
            Thread back = Thread.ofVirtual().start(() -> pump(server, safe));
            pump(safe, server);
            back.join();
        } catch (IOException | InterruptedException e) {
            // The client has gone, which is what some of the tests are about.
        }
    }

    /** Speaks in the clear, line by line, and adds STARTTLS to what the server can. */
    private static boolean untilTlsIsWanted(Socket client, Socket server) throws IOException {
        BufferedReader asked = reader(client);
        BufferedReader answered = reader(server);
        say(client, answered.readLine());
        for (String line = asked.readLine(); line != null; line = asked.readLine()) {
            String command = line.toUpperCase(Locale.ROOT).strip();
            if (command.equals("STARTTLS")) {
                say(client, "220 go on");
                return true;
            }
            String tag = line.replaceFirst(" .*", "");
            if (command.endsWith(" STARTTLS")) {
                say(client, tag + " OK go on");
                return true;
            }
            say(server, line);
            answer(client, answered, tag);
        }
        return false;
    }

    private static void answer(Socket client, BufferedReader answered, String tag) throws IOException {
        for (String line = answered.readLine(); line != null; line = answered.readLine()) {
            boolean isLast = line.startsWith(tag + " ") || line.matches("\\d{3} .*");
            if (line.startsWith("* CAPABILITY")) {
                say(client, line + " STARTTLS");
            } else if (line.matches("250 .*")) {
                say(client, "250-" + line.substring(4));
                say(client, "250 STARTTLS");
            } else {
                say(client, line);
            }
            if (isLast) {
                return;
            }
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static void pump(Socket from, Socket to) {
        try (OutputStream out = to.getOutputStream()) {
            from.getInputStream().transferTo(out);
        } catch (IOException e) {
            // Either side has gone.
        }
    }
}
