package org.quittance.web.access;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.quittance.identity.Credentials;
import org.quittance.identity.Viewer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * The principal of a session.
 *
 * @param passwordSetAt of the password that the session was opened with: once it is another, the session is over
 * @param mustChoosePassword whether the password was given by somebody else
 */
record SignedIn(Viewer viewer, Instant passwordSetAt, boolean mustChoosePassword)
        implements AuthenticatedPrincipal, Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    static SignedIn with(Credentials credentials) {
        return new SignedIn(credentials.viewer(), credentials.passwordSetAt(), credentials.passwordGivenBy() != null);
    }

    @Override
    public String getName() {
        return viewer.login();
    }

    /** As Spring Security wants it, with a role of ours as an authority {@code ROLE_…}. */
    Authentication asAuthentication() {
        return UsernamePasswordAuthenticationToken.authenticated(this, null, authorities());
    }

    private List<SimpleGrantedAuthority> authorities() {
        return viewer.roles().stream()
                .sorted()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
