package org.quittance.identity;

import java.util.List;
import java.util.Set;
import org.quittance.platform.StartRefused;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Looks at the people before a real installation opens its doors: stops the start where somebody still has the password of the demo, and
 * lets the first administrator in where there is nobody yet.
 */
@Component
@Profile("production")
class ProductionGuard implements SmartInitializingSingleton {

    static final String FIRST_LOGIN = "admin";

    private final People people;
    private final Passwords passwords;
    private final PasswordEncoder encoder;

    ProductionGuard(People people, Passwords passwords, PasswordEncoder encoder) {
        this.people = people;
        this.passwords = passwords;
        this.encoder = encoder;
    }

    /** Runs before the web server takes its first request. */
    @Override
    public void afterSingletonsInstantiated() {
        List<String> open = DemoPeople.ALL.stream()
                .map(DemoPeople.DemoPerson::login)
                .filter(this::hasDemoPassword)
                .toList();
        if (!open.isEmpty()) {
            throw new StartRefused(
                    "These people can still sign in with the password of the demo: " + String.join(", ", open) + ".",
                    "Serve real data from an installation of its own (--data, or QUITTANCE_DB_URL), "
                            + "or start the demo once more and disable them or change their passwords there.");
        }
        if (people.all().isEmpty()) {
            addFirstAdministrator();
        }
    }

    private boolean hasDemoPassword(String login) {
        return people.credentials(login)
                .filter(credentials -> !credentials.isDisabled())
                .filter(credentials -> encoder.matches(DemoPeople.PASSWORD, credentials.passwordHash()))
                .isPresent();
    }

    private void addFirstAdministrator() {
        String password = passwords.addWithOneTimePassword(
                FIRST_LOGIN, "Administrator", "", Set.of(Role.ADMINISTRATOR), "first start");
        // To the console alone, and not to the log: logs are kept and shipped.
        System.out.printf(
                "%nFirst start: sign in as %s with the password %s%nIt is shown only now, and must be changed at the first sign-in.%n%n",
                FIRST_LOGIN, password);
    }
}
