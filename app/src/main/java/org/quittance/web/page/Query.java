package org.quittance.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of a page with its query, for links that change one thing of it: the sorting, a filter, the next lines.
 *
 * <p>On {@code /audit?actor=amira}, {@code query.with("before", 42)} reads {@code /audit?actor=amira&before=42}.
 */
public record Query(String path, Map<String, List<String>> parameters) {

    /** The parameters by which lists are paged. */
    private static final Set<String> PLACES = Set.of("from", "before", "after");

    public Query {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    public static Query of(String path) {
        return new Query(path, Map.of());
    }

    static Query of(String path, HttpServletRequest request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (request.getMethod().equals("GET")) {
            request.getParameterMap().forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
        }
        return new Query(path, parameters);
    }

    /** Replaces every value of the parameter. */
    public Query with(String name, Object value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.put(name, List.of(value.toString()));
        return new Query(path, changed);
    }

    public Query without(String name) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.remove(name);
        return new Query(path, changed);
    }

    /** The first value of the parameter; null where there is none or where it is empty. */
    public @Nullable String first(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
    }

    /** As it stands in a link. */
    public String url() {
        String query = joined(parameters.keySet());
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** What stands behind the question mark, without the place in a long list: what the page filters and sorts by. */
    public String filters() {
        return joined(parameters.keySet().stream()
                .filter(name -> !PLACES.contains(name))
                .toList());
    }

    private String joined(Collection<String> names) {
        return names.stream()
                .flatMap(name -> parameters.getOrDefault(name, List.of()).stream()
                        .filter(value -> !value.isEmpty())
                        .map(value -> encoded(name) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
