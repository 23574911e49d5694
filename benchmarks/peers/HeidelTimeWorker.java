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
import java.util.Date;

/**
 * One loaded HeidelTime that reads articles from standard input: a line "YYYY-MM-DD BYTES", then the bytes (UTF-8).
 * Answers "ready" once loaded, then one line for each article: how many expressions were found, and the CPU seconds
 * that this process has used so far.
 */
public final class HeidelTimeWorker {
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err); // what the library prints must not mix with the answers
        HeidelTimeStandalone reader = new HeidelTimeStandalone(
            Language.ARABIC, DocumentType.NEWS, OutputType.TIMEML, arguments[0], POSTagger.NO);
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        SimpleDateFormat days = new SimpleDateFormat("yyyy-MM-dd");
        answers.println("ready");
        answers.flush();
        for (String head = line(in); head != null; head = line(in)) {
            String[] parts = head.split(" ");
            Date day = days.parse(parts[0]);
            byte[] bytes = new byte[Integer.parseInt(parts[1])];
            in.readFully(bytes);
            String tagged = reader.process(new String(bytes, StandardCharsets.UTF_8), day);
            int found = tagged.split("<TIMEX3 ", -1).length - 1;
            answers.println(found + " " + system.getProcessCpuTime() / 1e9);
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
