package org.quittance.web.escalations;

import java.util.List;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Role;
import org.springframework.stereotype.Component;

/** Whom a form offers as the owner of an escalation: those who lead. The rules check the choice again. */
@Component
class Colleagues {

    private final People people;

    Colleagues(People people) {
        this.people = people;
    }

    /** Without whoever asks. */
    List<Person> whoMayAnswer(String askedBy) {
        return people.all().stream()
                .filter(person -> !person.isDisabled() && !person.login().equals(askedBy))
                .filter(person -> person.roles().contains(Role.TEAM_LEAD)
                        || person.roles().contains(Role.MANAGER))
                .toList();
    }
}
