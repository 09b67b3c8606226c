package org.quittance.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Puts the page machinery into Spring MVC: the renderer, the viewer argument, and assets that browsers may keep for ever. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PageConfiguration {

    /** Templates are compiled with the application: one that does not fit its view record breaks the build, not the page. */
    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, PageConfiguration.class.getClassLoader(), "org.quittance.templates");
    }

    @Bean
    WebMvcConfigurer pageSupport(CurrentViewer currentViewer, ObjectProvider<PageRenderer> renderer, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addFormatter(new MomentFormatter(clock.getZone()));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(currentViewer);
            }

            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(renderer.getObject());
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/assets/**")
                        .addResourceLocations("classpath:/static/")
                        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .resourceChain(true)
                        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
            }
        };
    }
}
