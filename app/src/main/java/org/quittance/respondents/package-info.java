/**
 * People in the company who hardly ever sign in (a sales owner, billing, service) and what they are asked by mail.
 *
 * <p>{@link org.quittance.respondents.RespondentDirectory} keeps who they are, and which domains are the company's own: nothing is asked at
 * another address. {@link org.quittance.respondents.Questions} asks: one mail when somebody's answer is wanted, one more before it is due, each
 * with a link of its own. {@link org.quittance.respondents.AnswerLinks} makes the link at the moment at which the mail leaves, keeps only the
 * hash of its token, and knows it again.
 *
 * <p>What is asked about, and what an answer does, those say who keep it: escalations and disputes hand in a
 * {@link org.quittance.respondents.QuestionDraft} and end the question when it is over. So a link can do nothing that its matter does not allow.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "identity", "audit", "ledger", "correspondence", "correspondence :: letter"})
@NullMarked
package org.quittance.respondents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
