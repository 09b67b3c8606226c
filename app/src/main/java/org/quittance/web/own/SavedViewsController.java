package org.quittance.web.own;

import org.quittance.identity.SavedViews;
import org.quittance.identity.SavedViews.Reach;
import org.quittance.identity.SavedViews.Saved;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Area;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the filters of a list under a name. */
@Controller
class SavedViewsController {

    private final SavedViews views;

    SavedViewsController(SavedViews views) {
        this.views = views;
    }

    @PostMapping("/own/views")
    Redirect save(
            @RequestParam Area area,
            @RequestParam(defaultValue = "") String query,
            @RequestParam String name,
            @RequestParam(defaultValue = "MINE") Reach reach,
            Viewer viewer) {
        Saved saved = views.save(viewer, area.path(), name, query, reach);
        Redirect back = Redirect.to(query.isEmpty() ? area.path() : area.path() + "?" + query);
        return saved == Saved.DONE ? back.saying(saved.sentence()) : back.refusing(saved.sentence());
    }

    @PostMapping("/own/views/{id}/removal")
    Redirect remove(@PathVariable long id, @RequestParam Area area, Viewer viewer) {
        views.remove(viewer, id);
        return Redirect.to(area.path()).saying("The view is removed.");
    }
}
