package org.quittance.web.page;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Writes the answer of a controller: a {@link Page} as HTML, a {@link Redirect} as 303. */
@Component
@ConditionalOnWebApplication
class PageRenderer implements HandlerMethodReturnValueHandler {

    private final TemplateEngine templates;
    private final Shells shells;

    PageRenderer(TemplateEngine templates, Shells shells) {
        this.templates = templates;
        this.shells = shells;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return Answer.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object answer, MethodParameter type, ModelAndViewContainer container, NativeWebRequest webRequest)
            throws IOException {
        container.setRequestHandled(true);
        HttpServletRequest request =
                Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class), "a servlet request");
        HttpServletResponse response =
                Objects.requireNonNull(webRequest.getNativeResponse(HttpServletResponse.class), "a servlet response");
        switch ((Answer) Objects.requireNonNull(answer, "A controller answered with nothing")) {
            case Page page -> render(page, request, response);
            case Redirect redirect -> redirect(redirect, request, response);
        }
    }

    private void render(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (page.status() == HttpStatus.NO_CONTENT) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        String template = page.fragment() != null && isForFragment(request) ? page.fragment() : page.template();
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(
                template + ".jte", Map.of("view", page.view(), "shell", shells.around(page.title(), request)), output);
        response.setStatus(page.status().value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.VARY, "HX-Request");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    /** A page that htmx restores from its history is wanted whole. */
    private static boolean isForFragment(HttpServletRequest request) {
        return isFromHtmx(request)
                && request.getHeader("HX-Boosted") == null
                && request.getHeader("HX-History-Restore-Request") == null;
    }

    private static boolean isFromHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static void redirect(Redirect redirect, HttpServletRequest request, HttpServletResponse response) {
        // A redirect that says nothing itself hands on what was to be said here.
        Flash flash = redirect.flash() == null ? Shells.flash(request) : redirect.flash();
        if (flash != null) {
            RequestContextUtils.getOutputFlashMap(request).put(Shells.FLASH, flash);
            RequestContextUtils.saveOutputFlashMap(redirect.path(), request, response);
        }
        if (isFromHtmx(request)) {
            // A 303 would be followed inside the page; this one takes the whole browser along.
            response.setHeader("HX-Redirect", redirect.path());
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.setHeader(HttpHeaders.LOCATION, redirect.path());
            response.setStatus(HttpStatus.SEE_OTHER.value());
        }
    }
}
