package org.example.square;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Loads a native library that the jar carries: the resource {@code native/<os>-<arch>/<file>} beside this class,
 * checked by {@code <file>.sha256}. It is extracted into a private folder, which is gone when {@link #load} returns; on
 * Windows, where a loaded file cannot be deleted, a later start removes it. The library belongs to this class's loader.
 *
 * <p>Two system properties, named after the package, change that: {@code <package>.library}, the absolute path of a
 * file to load instead, and {@code <package>.directory}, the folder to extract into. Without them, {@code
 * XDG_RUNTIME_DIR}, {@code XDG_CACHE_HOME} and {@code java.io.tmpdir} are tried in turn.
 *
 * <p>Java 24 and later print a warning unless started with {@code --enable-native-access=ALL-UNNAMED}, or with the name
 * of the module if it is one; a later release will refuse to load. By design, no library can give that consent itself.
 */
final class NativeLibrary {
  private static final String PACKAGE = NativeLibrary.class.getPackageName();
  private static final String LIBRARY = PACKAGE + ".library";
  private static final String DIRECTORY = PACKAGE + ".directory";
  private static final String SET_LIBRARY =
      "Set the system property " + LIBRARY + " to the absolute path of the library";
  private static final String SET_EITHER =
      SET_LIBRARY + ", or " + DIRECTORY + " to a folder where files may be written and executed";

  private final String name;
  private final String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
  private final String file;
  private final String resource;
  private final String prefix;

  private NativeLibrary(String name) {
    this.name = name;
    file = System.mapLibraryName(name);
    resource = "/" + PACKAGE.replace('.', '/') + "/native/" + platform + "/" + file;
    prefix = PACKAGE + "." + name + "-";
  }

  /**
   * Loads the library.
   *
   * @param name Its name, without the prefix and the suffix of the platform.
   * @throws UnsatisfiedLinkError with every path that was tried, why it failed, and what helps.
   */
  static void load(String name) {
    NativeLibrary library = new NativeLibrary(name);
    String chosen = System.getProperty(LIBRARY);
    try {
      if (chosen != null) library.loadFile(chosen);
      else library.loadResource();
    } catch (IllegalCallerException e) {
      Module module = NativeLibrary.class.getModule();
      String caller = module.isNamed() ? module.getName() : "ALL-UNNAMED";
      throw library.failure("native access is denied", "Start Java with --enable-native-access=" + caller, e);
    }
  }

  /**
   * Refuses a library of another version than the Java code was made for, such as an old one that a property names.
   *
   * @param expected The version of the Java code.
   * @param actual What the library says.
   */
  static void requireVersion(String expected, String actual) {
    if (!actual.equals(expected))
      throw new UnsatisfiedLinkError("the native library has version " + actual + ", the Java code " + expected);
  }

  private static String platform(String os, String arch) {
    String system = os.startsWith("Windows") ? "windows" : os.startsWith("Mac") ? "macos" : os;
    String machine = arch.equals("amd64") ? "x86_64" : arch.equals("arm64") ? "aarch64" : arch;
    return system.toLowerCase(Locale.ROOT) + "-" + machine;
  }

  private void loadFile(String path) {
    try {
      System.load(path);
    } catch (UnsatisfiedLinkError e) {
      throw failure("the system property " + LIBRARY + " is '" + path + "': " + e.getMessage(), SET_LIBRARY, e);
    }
  }

  private void loadResource() {
    byte[] content = verifiedContent();
    Map<String, Throwable> failures = new LinkedHashMap<>();
    for (Map.Entry<String, Boolean> folder : folders().entrySet()) {
      try {
        loadIn(Path.of(folder.getKey()).toAbsolutePath(), folder.getValue(), content);
        return;
      } catch (IOException | IllegalArgumentException | UnsatisfiedLinkError e) {
        failures.put(folder.getKey(), e);
      }
    }
    StringBuilder reason = new StringBuilder("the resource " + resource + " could not be loaded from");
    failures.forEach((folder, e) -> reason.append("\n  ").append(folder).append(": ").append(e));
    throw failure(reason.toString(), SET_EITHER, failures.values().toArray(new Throwable[0]));
  }

  /* Checked, because a library that is cut off may load and then crash the process instead of failing. */
  private byte[] verifiedContent() {
    try {
      byte[] content = read(resource);
      String expected = new String(read(resource + ".sha256"), US_ASCII).split("\\s")[0]; // as sha256sum writes it
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      String actual = String.format("%064x", new BigInteger(1, digest));
      if (actual.equalsIgnoreCase(expected)) return content;
      throw failure("the resource " + resource + " has SHA-256 " + actual + ", not " + expected, SET_LIBRARY);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw failure("the resource " + resource + " cannot be read: " + e, SET_LIBRARY, e);
    }
  }

  private byte[] read(String path) throws IOException {
    URL url = NativeLibrary.class.getResource(path);
    if (url == null) throw failure("there is no resource " + path, SET_LIBRARY);
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false); // a cached jar is shared, and ends with whoever closes it first
    try (InputStream in = connection.getInputStream()) {
      return in.readAllBytes();
    }
  }

  /* And whether each must be ours: XDG_* survive su, and the owner of a folder can exchange what it holds. */
  private static Map<String, Boolean> folders() {
    String chosen = System.getProperty(DIRECTORY);
    if (chosen != null) return Map.of(chosen, false);
    Map<String, Boolean> folders = new LinkedHashMap<>();
    for (String variable : List.of("XDG_RUNTIME_DIR", "XDG_CACHE_HOME")) {
      String folder = System.getenv(variable);
      if (folder != null && new File(folder).isAbsolute()) folders.put(folder, true);
    }
    folders.put(System.getProperty("java.io.tmpdir"), false);
    return folders;
  }

  private void loadIn(Path parent, boolean mustBeOurs, byte[] content) throws IOException {
    Path folder = Files.createTempDirectory(parent, prefix); // closed to other users, where the system knows them
    File library = folder.resolve(file).toFile();
    try {
      if (mustBeOurs && !Files.getOwner(parent).equals(Files.getOwner(folder)))
        throw new IOException("the folder belongs to " + Files.getOwner(parent));
      deleteAbandoned(parent, folder);
      Files.write(library.toPath(), content, CREATE_NEW);
      System.load(library.getPath());
    } catch (UnsatisfiedLinkError e) {
      // If a permission that was just given does not hold, the mount takes it away.
      if (!library.setExecutable(true) || library.canExecute()) throw e;
      throw new IOException("the folder is mounted noexec: " + e.getMessage(), e);
    } finally {
      delete(folder);
    }
  }

  /* Extracting takes milliseconds: what is an hour older than our folder (by the clock of the same file system) was
     left by a process that was killed, or by one on Windows; if that one still runs, its file cannot be deleted. */
  private void deleteAbandoned(Path parent, Path ours) {
    long anHourAgo = ours.toFile().lastModified() - 3_600_000;
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, prefix + "*")) {
      for (Path folder : folders)
        if (Files.isDirectory(folder, NOFOLLOW_LINKS)
            && folder.toFile().lastModified() < anHourAgo
            && Files.getOwner(folder, NOFOLLOW_LINKS).equals(Files.getOwner(ours))) delete(folder);
    } catch (IOException | DirectoryIteratorException e) {
      // The folder cannot be listed, or another process was faster: no reason not to load.
    }
  }

  /* By the name that this class gave, without listing: a folder that was exchanged meanwhile loses at most that. */
  private void delete(Path folder) {
    folder.resolve(file).toFile().delete(); // false on Windows, where it is in use: a later start deletes it
    folder.toFile().delete();
  }

  private UnsatisfiedLinkError failure(String reason, String remedy, Throwable... causes) {
    String message = "cannot load " + name + " for " + platform + ": " + reason + "\n" + remedy + ".";
    UnsatisfiedLinkError error = new UnsatisfiedLinkError(message);
    for (Throwable cause : causes) error.addSuppressed(cause);
    return error;
  }
}
