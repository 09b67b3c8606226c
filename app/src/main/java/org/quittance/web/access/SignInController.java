package org.quittance.web.access;

import org.jspecify.annotations.Nullable;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Navigation;
import org.quittance.web.page.Page;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, and where it leads. Spring Security itself takes the form. */
@Controller
class SignInController {

    private final Navigation navigation;

    SignInController(Navigation navigation) {
        this.navigation = navigation;
    }

    @GetMapping(AccessRules.SIGN_IN)
    Page signIn(@RequestParam(required = false) SignInAgain.@Nullable Reason because) {
        SignInAgain.Reason reason = because == null ? SignInAgain.Reason.FIRST : because;
        return Page.of("access/signIn", "Sign in", new SignInView(reason.told(), reason == SignInAgain.Reason.REFUSED));
    }

    @GetMapping("/")
    Redirect home(Viewer viewer) {
        return Redirect.to(navigation.homeOf(viewer));
    }
}
