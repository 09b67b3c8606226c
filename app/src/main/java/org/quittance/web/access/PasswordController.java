package org.quittance.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.quittance.identity.Credentials;
import org.quittance.identity.Passwords;
import org.quittance.identity.Passwords.Change;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Changing one's own password: by choice, or because somebody else gave the present one. */
@Controller
class PasswordController {

    private final People people;
    private final Passwords passwords;

    PasswordController(People people, Passwords passwords) {
        this.people = people;
        this.passwords = passwords;
    }

    /** What the form sends. */
    record NewPassword(String current, String chosen, String repeated) {}

    @GetMapping(AccessRules.PASSWORD)
    Page form(Viewer viewer) {
        return page(viewer, Problems.none());
    }

    @PostMapping(AccessRules.PASSWORD)
    Answer change(NewPassword form, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        if (!form.chosen().equals(form.repeated())) {
            return page(viewer, Problems.at("repeated", "This is not the same as above."))
                    .refused();
        }
        Change outcome = passwords.change(viewer, form.current(), form.chosen());
        return switch (outcome) {
            case CHANGED -> {
                renewSession(viewer, request, response);
                yield Redirect.to("/").saying("Your password was changed. Other sessions of yours are signed out.");
            }
            case WRONG_CURRENT ->
                page(viewer, Problems.at("current", outcome.told())).refused();
            case TOO_SHORT, TOO_LONG, SAME_AS_BEFORE, EASILY_GUESSED ->
                page(viewer, Problems.at("chosen", outcome.told())).refused();
        };
    }

    private Page page(Viewer viewer, Problems problems) {
        return Page.of(
                "access/password",
                "Change password",
                new PasswordView(credentials(viewer).passwordGivenBy() != null, problems));
    }

    /** The change ended all sessions of the person; this one goes on, under a new number. */
    private void renewSession(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        SignedIn signedIn = SignedIn.with(credentials(viewer));
        new HttpSessionSecurityContextRepository()
                .saveContext(new SecurityContextImpl(signedIn.asAuthentication()), request, response);
    }

    private Credentials credentials(Viewer viewer) {
        return people.credentials(viewer.login()).orElseThrow();
    }
}
