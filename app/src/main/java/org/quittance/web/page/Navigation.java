package org.quittance.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** How many entries the bar holds on one line of a small desk. */
    private static final int MOST_IN_THE_BAR = 8;

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

    /**
     * The entries in two parts.
     *
     * @param folded what stands in a menu because the bar has no room for all; empty for most people
     */
    public record Bar(List<Entry> open, List<Entry> folded) {

        public static final Bar EMPTY = new Bar(List.of(), List.of());

        public Bar {
            open = List.copyOf(open);
            folded = List.copyOf(folded);
        }

        /** The folded entry that the page belongs to, if it is one. */
        public Optional<Entry> activeFolded() {
            return folded.stream().filter(Entry::isActive).findFirst();
        }
    }

    /** What the viewer may read; areas to set up are folded away where there are more than fit. */
    public Bar barFor(Viewer viewer, String requestPath) {
        List<Entry> entries = entriesFor(viewer, requestPath);
        if (entries.size() <= MOST_IN_THE_BAR) {
            return new Bar(entries, List.of());
        }
        Map<Area.Place, List<Entry>> parts = entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.area().place()));
        return new Bar(
                parts.getOrDefault(Area.Place.WORK, List.of()), parts.getOrDefault(Area.Place.SET_UP, List.of()));
    }

    private List<Entry> entriesFor(Viewer viewer, String requestPath) {
        List<Entry> entries = new ArrayList<>();
        for (Area area : Area.readBy(viewer)) {
            if (answeredPaths.get().contains(area.path())) {
                entries.add(new Entry(area, area.covers(requestPath)));
            }
        }
        return entries;
    }

    /** Where a viewer starts: the first area in which they have work to do, else the first that they read, else the page about the system. */
    public String homeOf(Viewer viewer) {
        List<Area> areas = entriesFor(viewer, "").stream().map(Entry::area).toList();
        return areas.stream()
                .filter(area -> area.isChangedBy(viewer))
                .findFirst()
                .or(() -> areas.stream().findFirst())
                .map(Area::path)
                .orElse("/system");
    }
}
