package org.quittance.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.quittance.platform.BusinessClock;
import org.quittance.respondents.AnswerLinks;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the page behind a link: whoever tries addresses that lead nowhere is made to wait, nobody sends answers by the dozen, and
 * nothing is read of a body whose link is not known or that is larger than any answer.
 */
class AnswerGuard extends OncePerRequestFilter {

    /** More than a file may have, so that a photograph that is too large is told so on the page. */
    private static final int MOST_BYTES = 25 * 1024 * 1024;

    private final AnswerLinks links;
    private final BusinessClock clock;
    private final Pace misses = new Pace(30);
    private final Pace answers = new Pace(20);

    AnswerGuard(AnswerLinks links, BusinessClock clock) {
        this.links = links;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String from = request.getRemoteAddr();
        if (misses.isSpent(from, clock.now())) {
            wait(response);
            return;
        }
        if (request.getMethod().equals("POST")) {
            String path = request.getRequestURI();
            if (links.find(path.substring(Math.min(path.length(), AnswerLinks.PATH.length())))
                    .isEmpty()) {
                misses.count(from, clock.now());
                say(response, HttpStatus.NOT_FOUND, "This link is not valid, or not any more.");
                return;
            }
            if (answers.isSpent(path, clock.now())) {
                wait(response);
                return;
            }
            answers.count(path, clock.now());
            long length = request.getContentLengthLong();
            if (length < 0 || length > MOST_BYTES) {
                say(
                        response,
                        length < 0 ? HttpStatus.LENGTH_REQUIRED : HttpStatus.CONTENT_TOO_LARGE,
                        "The answer is larger than what is taken here. Go back and take a smaller file, or none.");
                return;
            }
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.NOT_FOUND.value()) {
            misses.count(from, clock.now());
        }
    }

    private static void wait(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Pace.WINDOW.toSeconds()));
        say(response, HttpStatus.TOO_MANY_REQUESTS, "Too many tries. Wait ten minutes and open the link again.");
    }

    private static void say(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
        response.setStatus(status.value());
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
    }
}
