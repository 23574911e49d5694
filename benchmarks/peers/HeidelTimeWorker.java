import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.DataInputStream;
import java.io.BufferedInputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.Base64;
import java.util.Date;

/**
 * One loaded HeidelTime that reads articles from standard input: a line "MOMENT BYTES" (YYYY-MM-DD, or with
 * THH:MM:SS), then the bytes (UTF-8). Answers "ready" once loaded, then one line for each article: how many expressions
 * were found, and the CPU seconds that this process has used so far; with a second argument "--answers" also its TimeML,
 * UTF-8 as Base64.
 */
public final class HeidelTimeWorker {
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err); // what the library prints must not mix with the answers
        HeidelTimeStandalone reader = new HeidelTimeStandalone(
            Language.ARABIC, DocumentType.NEWS, OutputType.TIMEML, arguments[0], POSTagger.NO);
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        SimpleDateFormat moments = new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss");
        boolean whole = arguments.length > 1 && arguments[1].equals("--answers");
        answers.println("ready");
        answers.flush();
        for (String head = line(in); head != null; head = line(in)) {
            String[] parts = head.split(" ");
            Date day = moments.parse(parts[0].contains("T") ? parts[0] : parts[0] + "T00:00:00");
            byte[] bytes = new byte[Integer.parseInt(parts[1])];
            in.readFully(bytes);
            String tagged = reader.process(new String(bytes, StandardCharsets.UTF_8), day);
            int found = tagged.split("<TIMEX3 ", -1).length - 1;
            double used = system.getProcessCpuTime() / 1e9;
            String shown = whole ? " " + Base64.getEncoder().encodeToString(tagged.getBytes(StandardCharsets.UTF_8)) : "";
            answers.println(found + " " + used + shown);
            answers.flush();
        }
    }

    private static String line(DataInputStream in) throws java.io.IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            line.append((char) c);
        }
        return line.toString();
    }
}
