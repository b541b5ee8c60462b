/// Instructions and blocks of instructions that are recognised in code, after US 2006/0026387: by their form, whatever their fields hold.
package vmmref.vmm.recognize;
