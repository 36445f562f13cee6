package org.example.square;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * Loads a native library that the jar carries: the resource {@code native/<os>-<arch>/<file>.gz} beside this class. It
 * is extracted into a private folder, which is gone when {@link #load} returns; on Windows, where a loaded file cannot
 * be deleted, a later start removes it. The library belongs to this class's loader.
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
  private final StringBuilder failures = new StringBuilder();

  private NativeLibrary(String name) {
    this.name = name;
    file = System.mapLibraryName(name);
    resource = "/" + PACKAGE.replace('.', '/') + "/native/" + platform + "/" + file + ".gz";
    prefix = PACKAGE + "." + name + "-";
  }

  private static String platform(String os, String arch) {
    String system = os.startsWith("Windows") ? "windows" : os.startsWith("Mac") ? "macos" : os;
    String machine = arch.equals("amd64") ? "x86_64" : arch.equals("arm64") ? "aarch64" : arch;
    return system.toLowerCase(Locale.ROOT) + "-" + machine;
  }

  /** Loads the library of this name, or says every path that was tried, why it failed, and what helps. */
  static void load(String name) {
    NativeLibrary library = new NativeLibrary(name);
    String chosen = System.getProperty(LIBRARY);
    try {
      if (chosen != null) library.loadFile(chosen);
      else library.loadResource();
    } catch (IllegalCallerException e) {
      Module module = NativeLibrary.class.getModule();
      String caller = module.isNamed() ? module.getName() : "ALL-UNNAMED";
      throw library.failure("native access is denied", "Start Java with --enable-native-access=" + caller);
    }
  }

  /** Refuses a library of another version than the Java code, such as an old one that a property names. */
  static void requireVersion(String expected, String actual) {
    if (!actual.equals(expected))
      throw new UnsatisfiedLinkError("the native library has version " + actual + ", the Java code " + expected);
  }

  private void loadFile(String path) {
    try {
      System.load(path);
    } catch (UnsatisfiedLinkError e) {
      throw failure("the system property " + LIBRARY + " is '" + path + "': " + e.getMessage(), SET_LIBRARY);
    }
  }

  private void loadResource() {
    byte[] content = content();
    String chosen = System.getProperty(DIRECTORY);
    boolean loaded =
        chosen != null
            ? loadsFrom(chosen, false, content)
            : loadsFrom(System.getenv("XDG_RUNTIME_DIR"), true, content)
                || loadsFrom(System.getenv("XDG_CACHE_HOME"), true, content)
                || loadsFrom(System.getProperty("java.io.tmpdir"), false, content);
    if (!loaded) throw failure("the resource " + resource + " could not be loaded from" + failures, SET_EITHER);
  }

  /* With gzip's checksum, since Java does not look at the jar's: a library that is damaged may load and then crash. */
  private byte[] content() {
    URL url = NativeLibrary.class.getResource(resource);
    if (url == null) throw failure("there is no resource " + resource, SET_LIBRARY);
    try {
      URLConnection connection = url.openConnection();
      connection.setUseCaches(false); // a cached jar is shared, and ends with whoever closes it first
      try (InputStream compressed = connection.getInputStream(); InputStream in = new GZIPInputStream(compressed)) {
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw failure("the resource " + resource + " cannot be read: " + e, SET_LIBRARY);
    }
  }

  /* Not an XDG_* of another user, which survives su: the owner of a folder can exchange what it holds. */
  private boolean loadsFrom(String folder, boolean mustBeOurs, byte[] content) {
    if (folder == null || mustBeOurs && !new File(folder).isAbsolute()) return false;
    try {
      loadIn(Path.of(folder).toAbsolutePath(), mustBeOurs, content);
      return true;
    } catch (IOException | IllegalArgumentException | UnsatisfiedLinkError e) {
      failures.append("\n  ").append(folder).append(": ").append(e);
      return false;
    }
  }

  private void loadIn(Path parent, boolean mustBeOurs, byte[] content) throws IOException {
    Path folder = createFolder(parent);
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

  /* Closed to other users, where the system knows them. Not Files.createTempDirectory, because its secure random number
     takes longer than all else here: a name need not be secret when one that exists is an error. */
  private Path createFolder(Path parent) throws IOException {
    Path folder = parent.resolve(prefix + Long.toUnsignedString(new Random().nextLong()));
    if (File.separatorChar == '\\') return Files.createDirectory(folder);
    FileAttribute<?> ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    return Files.createDirectory(folder, ours);
  }

  /* Extracting takes milliseconds: what is an hour older than our folder (by the clock of the same file system) was
     left by a process that was killed, or by one on Windows; if that one still runs, its file cannot be deleted. */
  private void deleteAbandoned(Path parent, Path ours) {
    long anHourAgo = ours.toFile().lastModified() - 3_600_000;
    String[] names = parent.toFile().list();
    try {
      for (String name : names == null ? new String[0] : names) {
        Path folder = parent.resolve(name);
        if (name.startsWith(prefix)
            && Files.isDirectory(folder, NOFOLLOW_LINKS)
            && folder.toFile().lastModified() < anHourAgo
            && Files.getOwner(folder, NOFOLLOW_LINKS).equals(Files.getOwner(ours))) delete(folder);
      }
    } catch (IOException e) {
      // Another process was faster: no reason not to load.
    }
  }

  /* By the name that this class gave, without listing: a folder that was exchanged meanwhile loses at most that. */
  private void delete(Path folder) {
    folder.resolve(file).toFile().delete(); // false on Windows, where it is in use: a later start deletes it
    folder.toFile().delete();
  }

  private UnsatisfiedLinkError failure(String reason, String remedy) {
    return new UnsatisfiedLinkError("cannot load " + name + " for " + platform + ": " + reason + "\n" + remedy + ".");
  }
}
