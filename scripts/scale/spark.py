"""spark-submit --files scripts/scale/pipe scripts/scale/spark.py IN OUT [PARTITIONS]: the articles under IN (a folder or a
pattern that Spark can read) to lines of mentions and documents under OUT, for `careerfacts load OUT/part-*`.

Each worker needs `careerfacts` in its PATH. A path is what Spark calls the file; give --strip PREFIX to cut its begin
off, so that it is the path under which `verify` will find it.
"""
import argparse
import base64
import json


def record(article, strip):
    path, data = article
    path = path[len(strip):] if path.startswith(strip) else path
    return json.dumps({"path": path, "bytes_base64": base64.b64encode(bytes(data)).decode("ascii")})


def main():
    from pyspark import SparkContext, SparkFiles

    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("input")
    arguments.add_argument("output")
    arguments.add_argument("partitions", nargs="?", type=int)
    arguments.add_argument("--strip", default="")
    options = arguments.parse_args()
    spark = SparkContext(appName="careerfacts")
    articles = spark.binaryFiles(options.input, options.partitions)
    # checkCode: a worker without careerfacts is a failure of the job, not an empty share.
    articles.map(lambda article: record(article, options.strip)).pipe(
        "sh " + SparkFiles.get("pipe"), checkCode=True).saveAsTextFile(options.output)


if __name__ == "__main__":
    main()
