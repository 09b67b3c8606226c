package org.quittance.web.access;

import java.time.Instant;
import java.util.Optional;
import org.quittance.identity.Credentials;
import org.quittance.identity.Passwords;
import org.quittance.identity.People;
import org.quittance.platform.BusinessClock;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Decides whether login and password let somebody in.
 *
 * <p>An unknown login, a wrong password, a locked and a disabled person are refused alike, in words and in time taken, so that nobody
 * learns from a refusal who works here. While a login is locked the right password is refused too: otherwise the lock would stop no
 * guessing.
 */
@Component
class SignIn implements AuthenticationProvider {

    private final People people;
    private final PasswordEncoder encoder;
    private final BusinessClock clock;
    private final String hashOfNobody;

    SignIn(People people, Passwords passwords, PasswordEncoder encoder, BusinessClock clock) {
        this.people = people;
        this.encoder = encoder;
        this.clock = clock;
        this.hashOfNobody = passwords.hash("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = attempt.getName().strip();
        String password = String.valueOf(attempt.getCredentials());
        Instant now = clock.now();
        Optional<Credentials> found = people.credentials(login);
        boolean isRight =
                encoder.matches(password, found.map(Credentials::passwordHash).orElse(hashOfNobody));
        if (found.isEmpty() || (!isRight && !found.get().isLocked(now))) {
            people.signInFailed(login, now);
            throw refused();
        }
        Credentials credentials = found.get();
        if (!isRight || credentials.isLocked(now) || credentials.isDisabled()) {
            throw refused();
        }
        people.signedIn(credentials.viewer().login());
        return SignedIn.with(credentials).asAuthentication();
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("Refused");
    }
}
