package org.quittance.respondents;

/** What ends a question. */
public enum QuestionEnd {
    /** It was answered, by whomever, or needs no answer any more: its links show that. */
    OVER,
    /** Somebody else is asked now: its links lead nowhere. */
    ASKED_ELSEWHERE,
    /** A person has made its links useless. */
    REVOKED
}
