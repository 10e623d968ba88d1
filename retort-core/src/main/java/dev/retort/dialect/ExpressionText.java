package dev.retort.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings SQL expressions into one form as far as their text allows: without casts of literals and between text types,
 * needless brackets, white space, and differences of case outside quotes. {@link Normalizer} does the exact job.
 */
public final class ExpressionText {

    private static final Pattern TOKEN = Pattern.compile("""
            \\s+|'[^']*(?:''[^']*)*'|"[^"]*(?:""[^"]*)*"|`[^`]*(?:``[^`]*)*`|::|<>|!=|<=|>=|\\|\\||[\\p{L}_][\\p{L}\\p{N}_$]*|\\d+(?:\\.\\d+)?|.""", Pattern.DOTALL);
    private static final Pattern PLAIN_NAME = Pattern.compile("[\"`]([a-z_][a-z0-9_]*)[\"`]");
    private static final Pattern SIMPLE = Pattern.compile("'.*'|\".*\"|`.*`|[\\p{L}\\p{N}_$.]+", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("'.*'|\\d.*|null|true|false", Pattern.DOTALL);
    private static final Set<String> TEXT_TYPES = Set.of("text", "character varying", "varchar", "bpchar", "character");
    private static final Set<String> TYPE_WORDS =
            Set.of("varying", "precision", "with", "without", "time", "zone", "unsigned", "signed");
    private static final Set<String> CALLED_WITH_BRACKETS =
            Set.of("and", "or", "not", "in", "between", "like", "is", "then", "when", "else", "case");

    private ExpressionText() {}

    /** Give a text that is equal for two expressions that differ only in how they are written. */
    public static String normalized(String sql) {
        List<String> tokens = tokens(sql);
        int length;
        do {
            length = tokens.size();
            tokens = withoutBrackets(withoutCasts(tokens));
        } while (tokens.size() != length);
        return String.join(" ", tokens);
    }

    /** Tell whether two expressions differ only in how they are written. */
    public static boolean same(String one, String other) {
        return normalized(one).equals(normalized(other));
    }

    private static List<String> tokens(String sql) {
        var tokens = new ArrayList<String>();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            String token = matcher.group();
            if (!token.isBlank()) {
                tokens.add(canonical(token));
            }
        }
        return tokens;
    }

    private static String canonical(String token) {
        Matcher plain = PLAIN_NAME.matcher(token);
        if (plain.matches()) {
            return plain.group(1);
        }
        boolean quoted = token.startsWith("'") || token.startsWith("\"") || token.startsWith("`");
        String text = quoted ? token : token.toLowerCase(Locale.ROOT);
        return text.equals("!=") ? "<>" : text;
    }

    private static List<String> withoutCasts(List<String> tokens) {
        var kept = new ArrayList<String>();
        int at = 0;
        while (at < tokens.size()) {
            if (tokens.get(at).equals("::") && !kept.isEmpty()) {
                int end = endOfType(tokens, at + 1);
                String type = String.join(" ", tokens.subList(at + 1, end)).replaceAll(" \\(.*| \\[.*", "");
                if (LITERAL.matcher(kept.get(kept.size() - 1)).matches() || TEXT_TYPES.contains(type)) {
                    at = end;
                    continue;
                }
            }
            kept.add(tokens.get(at));
            at++;
        }
        return kept;
    }

    private static int endOfType(List<String> tokens, int from) {
        int at = Math.min(from + 1, tokens.size());
        while (at < tokens.size()) {
            String token = tokens.get(at);
            if (token.equals(".")) {
                at += 2;
            } else if (token.equals("(") || token.equals("[")) {
                at = closing(tokens, at) + 1;
            } else if (TYPE_WORDS.contains(token)) {
                at++;
            } else {
                break;
            }
        }
        return Math.min(at, tokens.size());
    }

    private static List<String> withoutBrackets(List<String> tokens) {
        for (int open = 0; open < tokens.size(); open++) {
            if (!tokens.get(open).equals("(")) {
                continue;
            }
            int close = closing(tokens, open);
            boolean whole = open == 0 && close == tokens.size() - 1;
            boolean simple =
                    close == open + 2 && SIMPLE.matcher(tokens.get(open + 1)).matches();
            boolean needless = whole || ((simple || doubled(tokens, open, close)) && !isCall(tokens, open));
            if (close < tokens.size() && needless) {
                var kept = new ArrayList<>(tokens);
                kept.remove(close);
                kept.remove(open);
                return kept;
            }
        }
        return tokens;
    }

    private static boolean doubled(List<String> tokens, int open, int close) {
        return close > open + 2 && tokens.get(open + 1).equals("(") && closing(tokens, open + 1) == close - 1;
    }

    private static boolean isCall(List<String> tokens, int open) {
        if (open == 0) {
            return false;
        }
        String before = tokens.get(open - 1);
        return SIMPLE.matcher(before).matches() && (!CALLED_WITH_BRACKETS.contains(before) || before.equals("in"));
    }

    private static int closing(List<String> tokens, int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            String token = tokens.get(at);
            if (token.equals("(") || token.equals("[")) {
                depth++;
            } else if (token.equals(")") || token.equals("]")) {
                depth--;
                if (depth == 0) {
                    return at;
                }
            }
        }
        return tokens.size();
    }
}
