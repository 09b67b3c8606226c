package org.quittance.journeys;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quittance.identity.Passwords;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the journeys: one for each set of roles, added when first needed. */
@Component
public class Staff {

    /** Of everybody here. */
    public static final String PASSWORD = "correct horse battery";

    private final People people;
    private final Passwords passwords;

    Staff(People people, Passwords passwords) {
        this.people = people;
        this.passwords = passwords;
    }

    /** Returns the login of somebody who has exactly these roles. */
    @Transactional
    public String with(Role... roles) {
        Set<Role> wanted = new TreeSet<>(Set.of(roles));
        String login = wanted.stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
        return people.byLogin(login).isPresent() ? login : add(login, wanted);
    }

    /** Adds somebody of whom the journey alone knows. */
    @Transactional
    public String add(String login, Set<Role> roles) {
        String name = roles.stream().map(Role::label).collect(Collectors.joining(" and ")) + " " + login;
        people.add(login, name, login + "@example.test", roles, passwords.hash(PASSWORD), "journey");
        return login;
    }
}
