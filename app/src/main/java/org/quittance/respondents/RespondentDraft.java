package org.quittance.respondents;

/** Somebody who is to be entered as a respondent, as a form has them. */
public record RespondentDraft(String name, String email, String department, String language) {

    public RespondentDraft {
        name = name.strip();
        email = email.strip();
        department = department.strip();
        language = language.strip();
    }
}
