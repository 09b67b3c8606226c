package org.quittance.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.quittance.identity.People;
import org.quittance.web.page.CurrentViewer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the person of the session afresh on every request: somebody who was disabled, or whose password was changed, is out with their
 * next click, and a role given or taken counts from there.
 */
class PresenceFilter extends OncePerRequestFilter {

    private static final Set<String> WITHOUT_OWN_PASSWORD = Set.of(AccessRules.PASSWORD, AccessRules.SIGN_OUT);

    private final People people;
    private final SignInAgain signInAgain;

    PresenceFilter(People people, SignInAgain signInAgain) {
        this.people = people;
        this.signInAgain = signInAgain;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn remembered)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<SignedIn> present = people.credentials(remembered.getName())
                .filter(credentials -> !credentials.isDisabled())
                .map(SignedIn::with)
                .filter(now -> now.passwordSetAt().equals(remembered.passwordSetAt()));
        if (present.isEmpty()) {
            SecurityContextHolder.clearContext();
            request.getSession().invalidate();
            signInAgain.send(request, response, SignInAgain.Reason.ENDED);
            return;
        }
        enter(present.get(), request, response, chain);
    }

    private void enter(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // A context of its own: the session keeps who signed in, the request what they may do now.
        SecurityContextHolder.setContext(new SecurityContextImpl(signedIn.asAuthentication()));
        CurrentViewer.set(request, signedIn.viewer());
        if (signedIn.mustChoosePassword() && !WITHOUT_OWN_PASSWORD.contains(request.getRequestURI())) {
            response.sendRedirect(AccessRules.PASSWORD);
            return;
        }
        chain.doFilter(request, response);
    }
}
