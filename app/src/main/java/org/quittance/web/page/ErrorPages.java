package org.quittance.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.quittance.respondents.AnswerLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The one place where failed requests end, whoever failed them: a controller, the access rules or the web server. Says what happened and
 * what to do; a failure of ours gets a number that the user can quote and the log knows.
 */
@Controller
@ConditionalOnWebApplication
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ErrorAttributes errors;

    ErrorPages(ErrorAttributes errors) {
        this.errors = errors;
    }

    @RequestMapping("/error")
    Page show(HttpServletRequest request) {
        HttpStatus status = statusOf(request);
        Throwable error = errors.getError(new ServletWebRequest(request));
        ErrorView view = error instanceof PageRefused refused
                ? new ErrorView(status.value(), refusedHeadingOf(status), refused.told(), null)
                : describe(status, error, request);
        return Page.of("error/error", view.heading(), view).withStatus(status);
    }

    private static ErrorView describe(HttpStatus status, @Nullable Throwable error, HttpServletRequest request) {
        String incident = null;
        if (status.is5xxServerError()) {
            incident = newIncident();
            LOG.error("Incident {}: {} {}", incident, request.getMethod(), failedPath(request), error);
        }
        return new ErrorView(status.value(), headingOf(status), textOf(status), incident);
    }

    /** Where a page says itself why not, that somebody else was there first is one reason of several. */
    private static String refusedHeadingOf(HttpStatus status) {
        return status == HttpStatus.CONFLICT ? "That cannot be done now" : headingOf(status);
    }

    private static String headingOf(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing here";
            case FORBIDDEN -> "You may not do this";
            case CONFLICT -> "Somebody was quicker";
            case CONTENT_TOO_LARGE -> "The file is too large";
            case METHOD_NOT_ALLOWED -> "That cannot be done here";
            case BAD_REQUEST -> "That was not understood";
            default -> status.is5xxServerError() ? "Something of ours failed" : "That did not work";
        };
    }

    private static String textOf(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND ->
                "The address leads to no page. Perhaps it was mistyped, or what it showed belongs to a portfolio that is not yours.";
            case FORBIDDEN ->
                "Your roles do not include this. If your work needs it, ask an administrator to change your roles.";
            case CONFLICT -> "What you wanted to change has changed meanwhile. Look at it again and decide afresh.";
            case CONTENT_TOO_LARGE ->
                "It exceeds what this installation takes in one upload. Split it, or ask an administrator.";
            case METHOD_NOT_ALLOWED ->
                "The page exists, but not for this kind of request. Go back and use its buttons.";
            case BAD_REQUEST -> "The request was incomplete or malformed. Nothing was changed. Go back and try again.";
            default ->
                status.is5xxServerError()
                        ? "Nothing of your last step was kept. Try again; if it fails again, quote this number to your administrator."
                        : "Nothing was changed. Go back and try again.";
        };
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        // Absent when somebody asks for /error itself: there is nothing here.
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code) {
            HttpStatus status = HttpStatus.resolve(code);
            return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        }
        return HttpStatus.NOT_FOUND;
    }

    /** Without the token of an answer's link: whoever reads the log could use it. */
    private static String failedPath(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return path.startsWith(AnswerLinks.PATH) ? AnswerLinks.PATH + "…" : path;
    }

    private static String newIncident() {
        byte[] random = new byte[4];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
