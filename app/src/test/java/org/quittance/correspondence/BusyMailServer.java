package org.quittance.correspondence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that talks to everybody and says "not now" to every message. */
final class BusyMailServer implements AutoCloseable {

    private final ServerSocket listening;

    BusyMailServer(int port) throws IOException {
        listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try (Socket client = listening.accept()) {
                converse(client);
            } catch (IOException e) {
                // A client that has gone is followed by the next.
            }
        }
    }

    private static void converse(Socket client) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 busy.example");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("QUIT")) {
                say(client, "221 until later");
                return;
            }
            say(client, command.startsWith("RCPT") ? "451 4.3.2 not now" : "250 so far, so good");
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }
}
