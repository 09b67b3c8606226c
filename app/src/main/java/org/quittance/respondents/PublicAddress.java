package org.quittance.respondents;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.platform.Variable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Under which address people reach this installation, as {@code QUITTANCE_PUBLIC_ADDRESS} says: a mail is written by a job, which no browser
 * tells. It is never taken from a request: whoever sends one could put links to elsewhere into our mails.
 */
@Component
public class PublicAddress {

    private static final String NAME = "QUITTANCE_PUBLIC_ADDRESS";
    private static final String REMEDY =
            "Write the address of the pages alone, such as https://credit.example.com, with https but on this machine itself; or leave it out: then no link is sent.";
    /** A link is as good as its way: over plain HTTP anybody between could use it. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Environment environment;
    private final @Nullable URI set;

    PublicAddress(Environment environment) {
        this.environment = environment;
        Variable variable = Variable.of(environment, NAME);
        this.set = variable.isSet() ? read(variable) : null;
    }

    private static URI read(Variable variable) {
        URI address;
        try {
            address = new URI(variable.value());
        } catch (URISyntaxException e) {
            throw variable.refused(REMEDY);
        }
        String host = address.getHost();
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean isSafe = scheme.equals("https") || (scheme.equals("http") && THIS_MACHINE.contains(host));
        boolean isBare = address.getUserInfo() == null
                && address.getQuery() == null
                && address.getFragment() == null
                && (address.getPath().isEmpty() || address.getPath().equals("/"));
        if (host == null || !isSafe || !isBare) {
            throw variable.refused(REMEDY);
        }
        return address.resolve("/");
    }

    /** Without it no link is sent. The demo, which is for one machine, is reached there. */
    public Optional<URI> address() {
        if (set != null) {
            return Optional.of(set);
        }
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            return Optional.empty();
        }
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return Optional.of(URI.create("http://localhost:" + port + "/"));
    }
}
