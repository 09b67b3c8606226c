package org.quittance.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.quittance.identity.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The main navigation as each viewer sees it: the areas that they may read and that a controller answers for. */
@Component
public class Navigation {

    private final Supplier<Set<String>> answeredPaths;

    Navigation(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        // Asked on the first page, not at the start: the mappings need the renderer, and the renderer needs the
        // navigation.
        answeredPaths = SingletonSupplier.of(() -> mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getDirectPaths().stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** One entry of the navigation. */
    public record Entry(Area area, boolean isActive) {}

    public List<Entry> entriesFor(Viewer viewer, String requestPath) {
        List<Entry> entries = new ArrayList<>();
        for (Area area : Area.readBy(viewer)) {
            if (answeredPaths.get().contains(area.path())) {
                entries.add(new Entry(area, area.covers(requestPath)));
            }
        }
        return entries;
    }

    /** Where a viewer starts: the first area of their navigation, or the page about the system where they have none. */
    public String homeOf(Viewer viewer) {
        List<Entry> entries = entriesFor(viewer, "");
        return entries.isEmpty() ? "/system" : entries.getFirst().area().path();
    }
}
