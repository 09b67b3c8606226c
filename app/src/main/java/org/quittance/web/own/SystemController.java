package org.quittance.web.own;

import org.quittance.platform.SystemInspector;
import org.quittance.web.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says what runs here and whose work it stands on. */
@Controller
class SystemController {

    private final SystemInspector inspector;

    SystemController(SystemInspector inspector) {
        this.inspector = inspector;
    }

    @GetMapping("/system")
    Page about() {
        return Page.of("own/system", "About this system", inspector.inspect());
    }
}
