"""Tools of the developers: the build, the benchmarks."""
