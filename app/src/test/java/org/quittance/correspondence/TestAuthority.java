package org.quittance.correspondence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.quittance.platform.Variable;

/** An authority of a company's own, with the certificate of one server, made with the tool that every JDK has. */
final class TestAuthority {

    private static final String PASSWORD = "of no importance";

    private final Path folder;

    /** @param host what the server's certificate is for, such as {@code ip:127.0.0.1} */
    TestAuthority(Path folder, String host) throws IOException, InterruptedException {
        this.folder = folder;
        keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Alder Paper Authority", "-keyalg", "EC", "-ext", "bc:c");
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-dname",
                "CN=Alder Paper mail",
                "-keyalg",
                "EC",
                "-signer",
                "ca",
                "-ext",
                "san=" + host);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "ca",
                "-file",
                folder.resolve("ca.pem").toString());
    }

    /** What {@code QUITTANCE_TRUSTED_CA} may name. */
    Variable file() {
        return new Variable("QUITTANCE_TRUSTED_CA", folder.resolve("ca.pem").toString());
    }

    SSLContext server() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        keys.deleteEntry("ca");
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-keystore", folder.resolve("keys.p12").toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Path output = folder.resolve("keytool.log");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(Files.readString(output));
        }
    }
}
