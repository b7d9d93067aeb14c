import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Asks veraPDF whether each file named is PDF/UA-1. One line a fact, parts split by tabs:
 * "broken, file, clause-test, how often, message" for each rule that fails, "judged, file, assertions" at the end.
 * A file that cannot be read gives only a "broken" line.
 */
public final class VeraCheck {
    private static final PDFAFlavour FLAVOUR = PDFAFlavour.PDFUA_1;

    public static void main(String[] paths) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        VeraGreenfieldFoundryProvider.initialise();
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        ValidationProfile profile = Profiles.getVeraProfileDirectory().getValidationProfileByFlavour(FLAVOUR);
        for (String path : paths) {
            try (PDFAParser parser = foundry.createParser(new File(path), FLAVOUR);
                    PDFAValidator validator = foundry.createValidator(profile, -1, true, false, false)) {
                ValidationResult result = validator.validate(parser);
                report(out, path, result);
            } catch (Exception problem) {
                tell(out, "broken", path, "unreadable", "1", String.valueOf(problem));
            }
        }
    }

    private static void report(PrintStream out, String path, ValidationResult result) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> messages = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() != TestAssertion.Status.FAILED) {
                continue;
            }
            String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
            counts.merge(rule, 1, Integer::sum);
            messages.putIfAbsent(rule, assertion.getMessage());
        }
        counts.forEach((rule, count) -> tell(out, "broken", path, rule, count.toString(), messages.get(rule)));
        if (!result.isCompliant() && counts.isEmpty()) {
            tell(out, "broken", path, "verdict", "1", "not compliant, and no rule says why");
        }
        tell(out, "judged", path, String.valueOf(result.getTotalAssertions()));
    }

    private static void tell(PrintStream out, String... parts) {
        for (int index = 0; index < parts.length; index++) {
            parts[index] = String.valueOf(parts[index]).replaceAll("\\s+", " ");
        }
        out.println(String.join("\t", parts));
    }
}
