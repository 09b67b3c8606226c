package org.quittance.correspondence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.quittance.platform.Variable;

/**
 * Whose word counts for the certificates of mail servers and of whoever takes text messages: the authorities that Java knows, and those of the
 * company's own that {@code QUITTANCE_TRUSTED_CA} names. A certificate must be for the host that was called in any case.
 */
record TrustedCertificates(SSLContext context) {

    /** @param file names a file of certificates in PEM, one or several */
    static TrustedCertificates of(Variable file) {
        try {
            List<X509Certificate> trusted = new ArrayList<>(knownToJava());
            if (file.isSet()) {
                trusted.addAll(read(file));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store(trusted)), null);
            return new TrustedCertificates(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java has no certificates that can be trusted", e);
        }
    }

    private static List<X509Certificate> knownToJava() throws GeneralSecurityException {
        return Arrays.stream(managers(null))
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                .toList();
    }

    private static List<X509Certificate> read(Variable file) {
        try (InputStream in = Files.newInputStream(Path.of(file.value()))) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (!found.isEmpty()) {
                return found.stream().map(X509Certificate.class::cast).toList();
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw (RuntimeException) unreadable(file).initCause(e);
        }
        throw unreadable(file);
    }

    private static RuntimeException unreadable(Variable file) {
        return file.refused(
                "Name a file with the certificates of your own authority in PEM (BEGIN CERTIFICATE) that this user may read, or leave it out.");
    }

    private static KeyStore store(List<X509Certificate> trusted) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < trusted.size(); i++) {
            store.setCertificateEntry("trusted-" + i, trusted.get(i));
        }
        return store;
    }

    @SuppressWarnings("NullAway") // Null is how one asks for the store that Java comes with.
    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
