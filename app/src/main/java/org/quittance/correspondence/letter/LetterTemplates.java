package org.quittance.correspondence.letter;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The precompiled templates of letters. Those of pages have an engine of their own. */
final class LetterTemplates {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, LetterTemplates.class.getClassLoader(), "org.quittance.templates");

    private LetterTemplates() {}

    static String email(LetterView letter) {
        return rendered("letters/email.jte", letter);
    }

    /** Well-formed XML, with print styles. */
    static String paper(LetterView letter) {
        return rendered("letters/paper.jte", letter);
    }

    /** Well-formed XML, with print styles. */
    static String report(Report report) {
        return rendered("letters/report.jte", report);
    }

    private static String rendered(String template, Object view) {
        StringOutput output = new StringOutput();
        ENGINE.render(template, view, output);
        return output.toString();
    }
}
