package org.quittance.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Leads a request without a session to the sign-in page, which says why. */
class SignInAgain implements AuthenticationEntryPoint {

    /** Why somebody is to sign in; the page reads it from the query {@code ?because=}. */
    enum Reason {
        FIRST(""),
        EXPIRED("Your session has ended. Sign in to go on where you were."),
        ENDED("Your session was ended: your password was changed or your access was withdrawn."),
        SIGNED_OUT("You are signed out."),
        /** One sentence for an unknown login, a wrong password and a locked login: a refusal must not tell which. */
        REFUSED(
                "Login and password do not match. After five wrong passwords in a row a login is locked for 15 minutes.");

        private final String told;

        Reason(String told) {
            this.told = told;
        }

        String told() {
            return told;
        }

        String path() {
            return this == FIRST ? AccessRules.SIGN_IN : AccessRules.SIGN_IN + "?because=" + name();
        }
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        send(request, response, hadSession(request) ? Reason.EXPIRED : Reason.FIRST);
    }

    void send(HttpServletRequest request, HttpServletResponse response, Reason reason) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", reason.path());
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(reason.path());
        }
    }

    static boolean hadSession(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }
}
