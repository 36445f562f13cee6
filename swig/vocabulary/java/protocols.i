/* How a class is iterated and indexed: in Java, by the classes that the generator writes. */
