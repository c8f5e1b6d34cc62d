package org.acides.hiboo.captcha.api;

import java.util.List;
import org.acides.hiboo.infrastructure.api.Refused;

/**
 * A question that a community asks, and what it takes for an answer. Case, accents, punctuation and spaces in answers make
 * no difference.
 *
 * <p>Refused: {@code question.language}, {@code question.text} (its length at most), {@code question.answers} (how many and
 * how long at most).
 *
 * @param language {@code fr} or {@code en}
 * @param text 1 to 200 characters
 * @param answers 1 to 10 of 1 to 60 characters, each with a letter or digit
 */
public record Question(String language, String text, List<String> answers) {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_ANSWERS = 10;
    private static final int LONGEST_ANSWER = 60;

    public Question {
        text = text.strip();
        answers = answers.stream()
                .map(String::strip)
                .filter(answer -> !answer.isEmpty())
                .distinct()
                .toList();
        if (!language.equals("fr") && !language.equals("en")) throw new Refused("question.language");
        if (text.isEmpty() || text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl))
            throw new Refused("question.text", LONGEST_TEXT);
        if (answers.isEmpty()
                || answers.size() > MOST_ANSWERS
                || !answers.stream().allMatch(Question::isAnswer))
            throw new Refused("question.answers", MOST_ANSWERS, LONGEST_ANSWER);
    }

    private static boolean isAnswer(String text) {
        return text.length() <= LONGEST_ANSWER && text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Never shows the answers. */
    @Override
    public String toString() {
        return "Question[" + language + "]";
    }
}
