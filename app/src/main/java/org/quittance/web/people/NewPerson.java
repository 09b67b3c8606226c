package org.quittance.web.people;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quittance.identity.Appointments;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Typed;

/** What the form for a new person sends, tidied up. */
public record NewPerson(String login, String name, String email, Set<Role> roles) {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    /** A box that nobody ticked sends nothing: roles are then absent. */
    public NewPerson(@Nullable String login, @Nullable String name, @Nullable String email, @Nullable Set<Role> roles) {
        this.login = Typed.text(login).toLowerCase(Locale.ROOT);
        this.name = Typed.text(name);
        this.email = Typed.text(email);
        this.roles = roles == null ? Set.of() : Set.copyOf(roles);
    }

    static NewPerson empty() {
        return new NewPerson("", "", "", Set.of());
    }

    Problems problems(People people) {
        Problems problems = Problems.none();
        if (name.isEmpty()) {
            problems = problems.and("name", "Write the name as colleagues know it.");
        }
        if (!LOGIN.matcher(login).matches()) {
            problems = problems.and(
                    "login",
                    "Use 2 to 64 small letters, digits, dots, hyphens, underscores or @, and begin with a letter or digit.");
        } else if (people.byLogin(login).isPresent()) {
            problems = problems.and("login", "Somebody has this login already.");
        }
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            problems = problems.and("email", "This is no e-mail address.");
        }
        Optional<Appointments.Refusal> refusal = Appointments.ofRoles(roles);
        return refusal.isPresent() ? problems.and("roles", refusal.get().told()) : problems;
    }
}
