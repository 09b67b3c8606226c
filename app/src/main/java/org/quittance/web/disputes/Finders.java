package org.quittance.web.disputes;

import java.util.List;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.springframework.stereotype.Component;

/** Whom a form offers to find out about a dispute: whoever works here. The rules check the choice again. */
@Component
class Finders {

    private final People people;

    Finders(People people) {
        this.people = people;
    }

    List<Person> all() {
        return people.all().stream().filter(person -> !person.isDisabled()).toList();
    }
}
