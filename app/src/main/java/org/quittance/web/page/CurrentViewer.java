package org.quittance.web.page;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.quittance.identity.Viewer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * The viewer of a request: read afresh from the database when the request came in, and handed to every controller method that has a
 * parameter of type {@link Viewer}.
 */
@Component
public class CurrentViewer implements HandlerMethodArgumentResolver {

    private static final String ATTRIBUTE = CurrentViewer.class.getName();

    /** Notes who makes the request, before any controller runs. */
    public static void set(HttpServletRequest request, Viewer viewer) {
        request.setAttribute(ATTRIBUTE, viewer);
    }

    /** Null while nobody is signed in. */
    public static @Nullable Viewer of(HttpServletRequest request) {
        return (Viewer) request.getAttribute(ATTRIBUTE);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object viewer = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (viewer == null) {
            throw new IllegalStateException("A page for everybody has no viewer: " + parameter.getMethod());
        }
        return viewer;
    }
}
