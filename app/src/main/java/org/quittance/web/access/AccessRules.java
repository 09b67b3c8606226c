package org.quittance.web.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.platform.BusinessClock;
import org.quittance.respondents.AnswerLinks;
import org.quittance.web.page.Area;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Which requests pass: the areas by their roles, everything else for the signed-in alone, and no change by an auditor. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AccessRules {

    static final String SIGN_IN = "/sign-in";
    static final String SIGN_OUT = "/sign-out";
    static final String PASSWORD = "/own/password";

    /** Signed calls of other programs. */
    private static final String HOOKS = "/hooks/text-receipts";

    private static final String RELEASES = "/strategies/*/versions/*/release";

    private static final String SHARES = "/strategies/*/versions/*/shares";

    private static final String PORTFOLIO_RULES = "/people/portfolios/rules";

    /** One's own password and preferences: the only things that an auditor may change. */
    private static final String OWN = "/own/**";

    /** No inline script, no inline style, no eval, nothing from elsewhere. */
    private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'";

    /** Nothing but our own files and the form. */
    private static final String ANSWER_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

    private static final String DEVICE_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    /** Files that are the same for everybody: no session, no person. */
    @Bean
    @Order(1)
    SecurityFilterChain assetAccess(HttpSecurity http) {
        return http.securityMatcher("/assets/**")
                .authorizeHttpRequests(any -> any.anyRequest().permitAll())
                .headers(headers -> {
                    protect(headers);
                    headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
                })
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** What programs call: they have no session whose rights somebody else's form could borrow, and sign what they say. */
    @Bean
    @Order(2)
    SecurityFilterChain hookAccess(HttpSecurity http) {
        return http.securityMatcher(HOOKS)
                .authorizeHttpRequests(calls -> calls.requestMatchers(HttpMethod.POST, HOOKS)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .headers(AccessRules::protect)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /**
     * The page behind a link in a mail. Its token is the only right that anybody has there: no session is read or made, so that it never answers
     * as whoever happens to be signed in. There is no token against forged forms, for there is nothing that a forged form could borrow: no
     * cookie counts here, and whoever knows the address needs no forgery. The address is told to no other site, kept in no cache and in no
     * search engine.
     */
    @Bean
    @Order(3)
    SecurityFilterChain answerAccess(HttpSecurity http, AnswerLinks links, BusinessClock clock) {
        return http.securityMatcher(AnswerLinks.PATH + "**")
                .authorizeHttpRequests(calls -> calls.requestMatchers(HttpMethod.GET, AnswerLinks.PATH + "{token}")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, AnswerLinks.PATH + "{token}")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, AnswerLinks.PATH + "{token}")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                        (_, response, _) -> response.setStatus(HttpStatus.NOT_FOUND.value())))
                .addFilterBefore(new AnswerGuard(links, clock), AuthorizationFilter.class)
                .headers(headers -> {
                    protect(headers);
                    headers.contentSecurityPolicy(policy -> policy.policyDirectives(ANSWER_POLICY))
                            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                            .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow, noarchive"));
                })
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pageAccess(HttpSecurity http, People people, SignIn signIn) {
        SignInAgain signInAgain = new SignInAgain();
        return http.authenticationProvider(signIn)
                .authorizeHttpRequests(AccessRules::table)
                .addFilterBefore(new PresenceFilter(people, signInAgain), AuthorizationFilter.class)
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/")
                        .failureUrl(SignInAgain.Reason.REFUSED.path()))
                .logout(logout -> logout.logoutUrl(SIGN_OUT).logoutSuccessUrl(SignInAgain.Reason.SIGNED_OUT.path()))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(signInAgain)
                        .accessDeniedHandler(
                                (request, response, denied) -> deny(signInAgain, request, response, denied)))
                .requestCache(cache -> cache.requestCache(wantedPages()))
                .headers(AccessRules::protect)
                .build();
    }

    /** Read from the top: the first row that fits decides. */
    private static void table(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rows) {
        rows.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
        rows.requestMatchers(SIGN_IN, "/actuator/health/**").permitAll();
        rows.requestMatchers(OWN, SIGN_OUT).authenticated();
        // A version that sends by itself is let go, and given to more customers, by another than who wrote it: a lead
        // too, who changes nothing else there.
        rows.requestMatchers(HttpMethod.POST, RELEASES, SHARES)
                .access(AuthorizationManagers.allOf(oneOf(Set.of(Role.TEAM_LEAD, Role.MANAGER)), noAuditor()));
        // The rules decide whose every account is: those who move accounts by hand read them, and change them no more
        // than before.
        Set<Role> readers = EnumSet.of(Role.TEAM_LEAD, Role.MANAGER);
        readers.addAll(Area.PEOPLE.readers());
        rows.requestMatchers(HttpMethod.GET, PORTFOLIO_RULES).access(oneOf(readers));
        for (Area area : Area.values()) {
            String all = area.path() + "/**";
            rows.requestMatchers(HttpMethod.GET, all).access(oneOf(area.readers()));
            rows.requestMatchers(all).access(AuthorizationManagers.allOf(oneOf(area.writers()), noAuditor()));
        }
        rows.requestMatchers(HttpMethod.GET, "/**").authenticated();
        rows.anyRequest()
                .access(AuthorizationManagers.allOf(AuthenticatedAuthorizationManager.authenticated(), noAuditor()));
    }

    private static AuthorizationManager<RequestAuthorizationContext> oneOf(Set<Role> roles) {
        return roles.isEmpty()
                ? (who, request) -> new AuthorizationDecision(false)
                : AuthorityAuthorizationManager.hasAnyRole(
                        roles.stream().map(Role::name).toArray(String[]::new));
    }

    private static AuthorizationManager<RequestAuthorizationContext> noAuditor() {
        return AuthorizationManagers.not(AuthorityAuthorizationManager.hasRole(Role.AUDITOR.name()));
    }

    private static void protect(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(DEVICE_POLICY))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }

    /** After sign-in one is led to the page that one wanted: a page, never a part of one that htmx asked for. */
    @SuppressWarnings(
            "NullAway") // Null is how one says that the address is to stay as it was; the setter does not declare it.
    private static RequestCache wantedPages() {
        HttpSessionRequestCache wanted = new HttpSessionRequestCache();
        wanted.setMatchingRequestParameterName(null);
        wanted.setRequestMatcher(
                request -> request.getMethod().equals("GET") && request.getHeader("HX-Request") == null);
        return wanted;
    }

    private static void deny(
            SignInAgain signInAgain,
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException denied)
            throws IOException {
        if (!(denied instanceof CsrfException)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else if (SecurityContextHolder.getContext().getAuthentication() == null) {
            // The form's token went with its session.
            signInAgain.send(request, response, SignInAgain.Reason.EXPIRED);
        } else {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }
}
