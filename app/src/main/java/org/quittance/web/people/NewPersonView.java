package org.quittance.web.people;

import org.quittance.web.page.Problems;

/** The form for a new person. */
public record NewPersonView(NewPerson form, Problems problems) {}
