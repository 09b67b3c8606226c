package org.quittance.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Locale;
import org.quittance.platform.BusinessClock;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Chooses, gives and changes passwords. */
@Service
public class Passwords {

    /** NIST SP 800-63B: length, and no rules about characters. */
    public static final int LEAST_CHARACTERS = 12;

    /** What BCrypt reads; it would ignore the rest without a word. */
    private static final int MOST_BYTES = 72;

    /** Without those that are mistaken for each other when read aloud or copied from a slip of paper. */
    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final People people;
    private final PasswordEncoder encoder;
    private final BusinessClock clock;

    Passwords(People people, PasswordEncoder encoder, BusinessClock clock) {
        this.people = people;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** What came of an attempt to change one's own password. */
    public enum Change {
        CHANGED(""),
        WRONG_CURRENT("This is not your present password."),
        TOO_SHORT("Use at least " + LEAST_CHARACTERS + " characters. A few unrelated words are easy to remember."),
        TOO_LONG("Use at most " + MOST_BYTES + " characters; letters with accents count double."),
        SAME_AS_BEFORE("Choose another than the present one."),
        EASILY_GUESSED("Choose one that does not contain your name or login and is not the password of the demo.");

        private final String told;

        Change(String told) {
            this.told = told;
        }

        /** For the person, in one sentence; empty when the password was changed. */
        public String told() {
            return told;
        }
    }

    /** Adds a person with a password to be handed over, which is returned and kept nowhere. */
    @Transactional
    public String addWithOneTimePassword(
            String login, String name, String email, Collection<Role> roles, String actor) {
        String password = random();
        String hash = hash(password);
        long id = people.add(login, name, email, roles, hash, actor);
        people.givePassword(id, hash, clock.now(), actor);
        return password;
    }

    /** Replaces a forgotten password by one to be handed over, which is returned and kept nowhere. */
    @Transactional
    public String giveOneTimePassword(long personId, String actor) {
        String password = random();
        people.givePassword(personId, hash(password), clock.now(), actor);
        return password;
    }

    /** Changes one's own password. The first reason not to, in the order of {@link Change}, is returned. */
    @Transactional
    public Change change(Viewer viewer, String current, String chosen) {
        Credentials credentials = people.credentials(viewer.login()).orElseThrow();
        Change decided = decide(viewer, current, chosen, encoder.matches(current, credentials.passwordHash()));
        if (decided == Change.CHANGED) {
            people.changePassword(viewer.personId(), hash(chosen), clock.now(), viewer.login());
        }
        return decided;
    }

    private static Change decide(Viewer viewer, String current, String chosen, boolean isCurrent) {
        if (!isCurrent) {
            return Change.WRONG_CURRENT;
        }
        if (chosen.codePointCount(0, chosen.length()) < LEAST_CHARACTERS) {
            return Change.TOO_SHORT;
        }
        if (chosen.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Change.TOO_LONG;
        }
        if (chosen.equals(current)) {
            return Change.SAME_AS_BEFORE;
        }
        String lower = chosen.toLowerCase(Locale.ROOT);
        boolean isGuessed = lower.contains(viewer.login())
                || lower.contains(viewer.name().toLowerCase(Locale.ROOT))
                || lower.equals(DemoPeople.PASSWORD);
        return isGuessed ? Change.EASILY_GUESSED : Change.CHANGED;
    }

    /** A password as the database keeps it. */
    public String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The encoder made nothing of a password");
        }
        return hash;
    }

    /** Twenty characters of 31: just under 100 bits. */
    private static String random() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                password.append('-');
            }
            password.append(CHARACTERS.charAt(RANDOM.nextInt(CHARACTERS.length())));
        }
        return password.toString();
    }
}
