package org.quittance.web.page;

/** What a controller method answers: something to look at, or where to look next. */
public sealed interface Answer permits Page, Redirect {}
