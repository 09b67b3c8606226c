package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.quittance.identity.Role;

/**
 * Somebody at a browser of their own.
 *
 * <p>{@code visitor.signInAs(Role.COLLECTOR); visitor.open("/today"); visitor.press("Sign out");}. What the methods here do not do is done
 * on {@link #page()}, Playwright's own.
 */
public final class Visitor {

    private static final String AXE = resource("/vendor/axe-4.10.3.min.js");

    /** Rules of WCAG 2.2 AA, and what the makers of axe think good besides. */
    private static final String RUN_AXE = """
            () => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
                .then(found => found.violations.flatMap(violation => violation.nodes.map(node =>
                    violation.id + ': ' + violation.help + ' at ' + node.html + ' (' + node.failureSummary + ')')))
            """;

    private final BrowserContext browser;
    private final Page page;
    private final Staff staff;
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext browser, Staff staff) {
        this.browser = browser;
        this.staff = staff;
        this.page = browser.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> complaints.add("script failed: " + error));
    }

    public Page page() {
        return page;
    }

    /** Signs in as the one of the {@link Staff} who has exactly these roles. */
    public void signInAs(Role... roles) {
        signIn(staff.with(roles), Staff.PASSWORD);
    }

    public void signIn(String login, String password) {
        open("/sign-in");
        page.getByLabel("Login").fill(login);
        page.getByLabel("Password").fill(password);
        press("Sign in");
    }

    /** Opens a page and returns its status: 200, 403, … */
    public int open(String path) {
        Response response = Objects.requireNonNull(page.navigate(path), "no answer to " + path);
        return response.status();
    }

    /**
     * Sends a form that no page has offered, with the token of the page where the visitor is, and returns the status. What refuses it is
     * then not the missing token.
     */
    public int postByHand(String path, Map<String, String> fields) {
        FormData form = FormData.create();
        fields.forEach(form::set);
        form.set("_csrf", page.locator("input[name=_csrf]").first().getAttribute("value"));
        return post(path, form);
    }

    /** The same as another site would: with the visitor's cookies, but without the token. */
    public int postFromElsewhere(String path, Map<String, String> fields) {
        FormData form = FormData.create();
        fields.forEach(form::set);
        return post(path, form);
    }

    /** What the server sends back for an address: its headers, for those who look under the page. */
    public APIResponse fetch(String path) {
        return browser.request().get(path);
    }

    /** The browser comes back with a session that the server no longer knows. */
    public void forgetsSession() {
        browser.addCookies(List.of(new Cookie("QUITTANCE", "0123456789ABCDEF")
                .setDomain("localhost")
                .setPath("/")
                .setHttpOnly(true)));
    }

    private int post(String path, FormData form) {
        return browser.request()
                .post(path, RequestOptions.create().setForm(form).setMaxRedirects(0))
                .status();
    }

    /** The path on which the visitor is, with its query. */
    public String at() {
        String url = page.url();
        return url.substring(url.indexOf('/', "http://".length()));
    }

    public void press(String button) {
        button(button).click();
    }

    public void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** What the page says, as a reader would read it: to its end, not as far as it has come over the wire. */
    public String reads() {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        return page.locator("body").innerText();
    }

    public String heading() {
        return page.locator("h1").innerText();
    }

    /** What the last deed is said to have done. */
    public String flash() {
        return page.locator("#flash").innerText().strip();
    }

    /** No violation that axe can see, in light and in dark. Pictures of both go to {@code target/pages}, to be looked at. */
    public void assertAccessible(String name) {
        assertThat(violations(name)).isEmpty();
    }

    /** What axe finds on the page, in light and in dark, each with the name of the picture on which it is seen. */
    public List<String> violations(String name) {
        List<String> found = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String picture = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pages", picture)));
            addViolations(picture, found);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return found;
    }

    /** The same without pictures, for whoever walks through very many pages. */
    public List<String> violationsUnseen(String name) {
        List<String> found = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            addViolations(name + ", " + scheme, found);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return found;
    }

    private void addViolations(String where, List<String> found) {
        page.evaluate(AXE);
        ((List<?>) page.evaluate(RUN_AXE)).forEach(violation -> found.add(where + ": " + violation));
    }

    /** No page that is wider than a phone. */
    public void assertFitsAPhone() {
        page.setViewportSize(390, 844);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= 390"))
                .as(page.url() + " on a phone")
                .isEqualTo(true);
        page.setViewportSize(1440, 900);
    }

    void leave() {
        browser.close();
    }

    void assertNoComplaints() {
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    /** That a page itself was refused is no complaint: the test looks at its status. */
    private void hear(ConsoleMessage message) {
        boolean isRefusedPage = message.text().startsWith("Failed to load resource")
                && message.location().startsWith(page.url());
        if (message.type().equals("error") && !isRefusedPage) {
            complaints.add(message.text() + " (" + message.location() + ")");
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Visitor.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
