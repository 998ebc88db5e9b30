import sys
sys.path.insert(0,'/tmp')
import f_dbg
from fhir_server.cli import main
sys.argv = ["fhir-server", *sys.argv[2:]]
if __name__ == "__main__": main()
